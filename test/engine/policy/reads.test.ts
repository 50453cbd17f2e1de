import { compile } from '../../../engine/policy/cel.ts';

const reads = (expression: string) => compile(expression).reads.map((path) => path.join('.')).toSorted();

describe('what an expression reads', () => {
  it.each([
    ["container.?securityContext.?privileged.orValue(false) == false", ['container.securityContext.privileged']],
    ["container.?a.or(variables.pod.?a).hasValue() || variables.windows", ['container.a', 'variables.pod.a', 'variables.windows']],
    ["params.data[?'require'].orValue('') == ''", ['params.data.require']],
    ["params.data['require'] == ''", ['params.data.require']],
    ["dyn(object).?metadata.?labels[?'a/b'].orValue('') == ''", ['object.metadata.labels.a/b']],
    ['has(container.securityContext.privileged)', ['container.securityContext.privileged']],
    ["[container.?image.orValue('')].all(image, image.startsWith(params.data['prefix']))", ['container.image', 'params.data.prefix']],
    ["{'a': volume.?name}.size() == 1 && !(1 + container.?b.orValue(0) > 2)", ['container.b', 'volume.name']],
    ["container.?a.hasValue() ? volume.?b.hasValue() : rule.?c.hasValue()", ['container.a', 'rule.c', 'volume.b']],
    ['1 == 1', []],
  ])('%s', (expression, expected) => {
    expect(reads(expression)).toEqual(expected);
  });

  it('is the whole where the field is not written out, or where all of it is taken', () => {
    expect(reads("['a', 'b'].exists(name, name in variables.pod && variables.pod[name] == true)")).toEqual(['variables.pod']);
    expect(reads('size(volume) <= 2 && volume.?name.hasValue()')).toEqual(['volume']);
  });

  it('is not what a macro binds, but what it runs over', () => {
    expect(reads('container.?ports.orValue([]).all(port, port.?hostPort.orValue(0) == 0)')).toEqual(['container.ports']);
    // where the name hides one of the context, that one counts too
    expect(reads('variables.pod.?containers.orValue([]).all(container, container.?stdin.orValue(false) == false)')).toEqual(['container', 'variables.pod.containers']);
  });
});
