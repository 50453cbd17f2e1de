import { explainable } from '../../../cli/estate/index.ts';
import { explainableNames } from '../../../cli/estate/names.ts';
import { rendered } from '../../fixtures/linyi.ts';

it('offers the services and kinds of middleware that explain knows, with the names of services', () => {
  const names = explainableNames('zh');
  const { environment } = rendered('dev');
  expect(names.map((each) => each.name)).toEqual(expect.arrayContaining([...explainable(rendered('dev'), '')]));
  for (const service of environment.allServices) expect(names).toContainEqual({ name: service.id, text: service.props.zh });
});
