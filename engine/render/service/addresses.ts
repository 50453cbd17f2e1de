import { addressOf, type MiddlewareKind } from '../../../constructs/middleware/index.ts';
import type { CrossCall, Service } from '../../../constructs/service/index.ts';
import { GAP } from '../../../constructs/route.ts';

/** First gateway that a call into the other zone goes through: the caller knows this address and no other. */
export function firstHop(call: CrossCall): Service | undefined {
  const id = call.route.hops[0];
  return id === undefined || id === GAP ? undefined : call.to.environment.tryService(id);
}

/** `host:port` that `${endpoint:target:port}` stands for in a file of `service`; undefined when nothing of that name can be reached. */
export function address(service: Service, target: string, port: string | undefined): string | undefined {
  const callee = service.environment.tryService(target);
  if (!callee) return addressOf(service.zone, target as MiddlewareKind, port);
  if (callee.zone === service.zone) {
    const at = callee.port(port ?? 'http');
    return at && `${callee.dns}:${at.port}`;
  }
  const call = service.crossCallees.find((each) => each.to === callee);
  const gateway = call && firstHop(call);
  const at = gateway?.port('http');
  return gateway && at && `${gateway.dns}:${at.port}`;
}
