import type { CodeRow } from '../problem.ts';

export const modelCodes = {
  CHAMP2001: {
    message: { zh: '从{from}区直接调用{to}区的 {value}', en: 'direct call from zone {from} to {value} in zone {to}' },
    fix: { zh: '改用 callsAcross(目标, 路由),经服务网关过网闸', en: 'use callsAcross(target, route): zones talk only through the service gateways' },
  },
  CHAMP2002: {
    message: { zh: '{value}:被调用的服务没有这个协议的端口', en: '{value}: the called service has no port of that protocol' },
    fix: { zh: '换成它提供的协议', en: 'call it by a protocol that it offers' },
  },
  CHAMP2003: {
    message: { zh: '同步调用成环:{value}', en: 'synchronous calls form a cycle: {value}' },
    fix: { zh: '把其中一个调用改为消息,或拆出公共服务', en: 'turn one of the calls into a message, or move the shared part into a service of its own' },
  },
  CHAMP2004: {
    message: { zh: '{value}:该路由不允许同步调用', en: '{value}: this route allows no synchronous call' },
    fix: { zh: '改为异步(消息或数据发布)', en: 'make it asynchronous: publish a message or data, never wait for the other zone' },
  },
  CHAMP2005: {
    message: { zh: '路由 {value} 不从{from}区通到{to}区', en: 'route {value} does not lead from zone {from} to zone {to}' },
    fix: { zh: '选择方向一致的路由,区内调用用 calls', en: 'take a route of that direction; inside a zone use calls' },
  },
  CHAMP2006: {
    message: { zh: '路由 {value} 只供指定的服务使用', en: 'route {value} is reserved for certain services' },
    fix: { zh: '改用普通路由', en: 'take one of the ordinary routes' },
  },
  CHAMP2007: {
    message: { zh: '被调用的服务 "{value}" 不存在', en: 'the called service "{value}" does not exist' },
    fix: { zh: '改正服务标识', en: 'correct the id of the service' },
  },
  CHAMP2008: {
    message: { zh: '路由 "{value}" 不存在', en: 'route "{value}" does not exist' },
    fix: { zh: '改正路由标识', en: 'correct the id of the route' },
  },
  CHAMP2010: {
    message: { zh: '没有镜像 "{value}" 的版本', en: 'no release of image "{value}"' },
    fix: { zh: '在 releases.yaml 的 products 下加入一行', en: 'add a row for it under products in releases.yaml' },
  },
  CHAMP2011: {
    message: { zh: '中间件依赖 {value} 没有声明或不在本区', en: 'middleware dependency {value} is not declared or not in this zone' },
    fix: { zh: '在该中间件的 needs 中声明,并让它在本区部署', en: 'declare it in needs of the kind, and lay it out in the same zone' },
  },
  CHAMP2013: {
    message: { zh: '托管产品 {value} 没有声明外部地址', en: 'no external endpoint declared for the managed kind {value}' },
    fix: { zh: '在环境的 {path} 下写出 host、cidrs 和 ports', en: 'give host, cidrs and ports at {path} of the environment' },
  },
  CHAMP2014: {
    message: { zh: '外部地址 {value} 没有 CIDR', en: 'external endpoint {value} has no CIDR' },
    fix: { zh: '在环境的 {path}.cidrs 下写出网段:网络策略不能按域名放行', en: 'list its address ranges at {path}.cidrs of the environment: a NetworkPolicy cannot match a name' },
  },
  CHAMP2015: {
    message: { zh: '外部地址没有开放端口 {value}', en: 'external endpoint does not offer port {value}' },
    fix: { zh: '在环境的 {path}.ports 下加入该端口', en: 'add the port at {path}.ports of the environment' },
  },
  CHAMP2020: {
    message: { zh: '{zone}区没有中间件 "{value}"', en: 'no middleware "{value}" in zone {zone}' },
    fix: { zh: '改用本区已有的中间件种类,或在该区部署它', en: 'use a kind that stands in this zone, or lay the kind out there' },
  },
  CHAMP2021: {
    message: { zh: '服务 {value} 没有版本', en: 'service {value} has no release' },
    fix: { zh: '在 releases.yaml 的 services 下加入镜像和标签,生产环境还要摘要', en: 'add its image and tag, and in production its digest, under services in releases.yaml' },
  },
  CHAMP2022: {
    message: { zh: '镜像 {value} 没有摘要', en: 'image {value} has no digest' },
    fix: { zh: '写入 digest: sha256:...(champ images lock 可从镜像库取得);只有开发环境可以省略', en: 'write digest: sha256:... (champ images lock asks the registry); only a development environment may leave it out' },
  },
  CHAMP2023: {
    message: { zh: '镜像 {value} 使用 latest 标签', en: 'image {value} uses the tag latest' },
    fix: { zh: '写明版本', en: 'name the version' },
  },
  CHAMP2024: {
    message: { zh: '{value} 属于 {level} 约束,却没有下发制品的校验值', en: '{value} is under the {level} constraint and names no delivered artefact' },
    fix: { zh: '写入 artefact: {name, sha256},取自下发包的校验文件', en: 'write artefact: {name, sha256} from the checksum list of the delivered package' },
  },
  CHAMP2025: {
    message: { zh: '强约束服务 {service} 使用了地方版制品 {value}', en: '{service} is under the strong constraint and uses the local build {value}' },
    fix: { zh: '改用国家下发的制品', en: 'use the artefact as the nation delivered it' },
  },
  CHAMP2026: {
    message: { zh: '规格 "{value}" 不存在', en: 'size "{value}" is not defined' },
    fix: { zh: '选用已有规格', en: 'take one of the defined sizes' },
  },
  CHAMP2027: {
    message: { zh: '副本数矛盾:{value}', en: 'replica counts contradict each other: {value}' },
    fix: { zh: '应满足 min <= max,交付的规格还应满足 min <= city10M <= max', en: 'keep min <= max, and city10M between them where a release gives it' },
  },
  CHAMP2028: {
    message: { zh: '外部机构 "{value}" 没有地址', en: 'outside party "{value}" has no address' },
    fix: { zh: '在环境的 parties 中写明 host、cidrs、ports', en: 'give host, cidrs and ports under parties of the environment' },
  },
  CHAMP2029: {
    message: { zh: '对外开放的 "{value}" 不是本区的网关', en: 'exposed service "{value}" is no gateway of this zone' },
    fix: { zh: '只对外开放网关', en: 'expose gateways only' },
  },
  CHAMP2030: {
    message: { zh: '敏感级别 {level} 的服务要访问 {value},但本区没有通往它的网关', en: 'a service of level {level} reaches {value}, and no gateway of its zone leads there' },
    fix: { zh: '经本区的接入网关访问', en: 'reach it through an access gateway of the zone (parties.<id>.gateway)' },
  },
  CHAMP2031: {
    message: { zh: '{value} 没有 CIDR', en: '{value} has no CIDR' },
    fix: { zh: '写出网段:网络策略不能按域名放行', en: 'list its address ranges: a NetworkPolicy cannot match a name' },
  },
  CHAMP2032: {
    message: { zh: '{value} 不是本租户 {tenant} 的密钥', en: '{value} is no key of the tenant {tenant}' },
    fix: { zh: '引用本租户路径下的密钥', en: 'refer to a key below the path of the own tenant' },
  },
  CHAMP2033: {
    message: { zh: '{value} 找不到对应的服务或端口', en: '{value} names no service, middleware kind or port that can be reached from here' },
    fix: { zh: '改正标识;跨区服务先声明 callsAcross', en: 'correct the name; a service of the other zone needs callsAcross first' },
  },
  CHAMP2034: {
    message: { zh: '路由 {value} 的跳点不是网关', en: 'hop of route {value} is no gateway' },
    fix: { zh: '路由只经过网关、网闸,最后可到接口平台', en: 'a route passes gateways and the gap only; its last hop may be the service that answers' },
  },
  CHAMP2035: {
    message: { zh: '服务标识 "{value}" 重复', en: 'service id "{value}" is declared twice' },
    fix: { zh: '改名', en: 'rename one of them' },
  },
  CHAMP2036: {
    message: { zh: '配置目录 "{value}" 不对应任何服务', en: 'the configuration folder "{value}" belongs to no service' },
    fix: { zh: '目录名应为服务标识', en: 'name the folder after a service' },
  },
  CHAMP2037: {
    message: { zh: '网关 {gateway} 不接收发往 {value} 的跨区请求', en: 'gateway {gateway} takes no requests of the other zone for {value}' },
    fix: { zh: '把 {value} 加入该网关的 routesTo', en: 'add {value} to routesTo of that gateway' },
  },
  CHAMP2038: {
    message: { zh: '配额写给了不存在的命名空间 "{value}"', en: 'a quota for a namespace that does not exist: "{value}"' },
    fix: { zh: '命名空间写作 <区前缀>-<子系统> 或 <区前缀>-mw-<中间件种类>', en: 'namespaces are <zone prefix>-<subsystem> or <zone prefix>-mw-<kind>' },
  },
  CHAMP2040: {
    message: { zh: '环境的结构不对:{value}', en: 'the structure of the environment is wrong: {value}' },
    fix: { zh: '在 index.ts 中改正', en: 'correct it in index.ts' },
  },
  CHAMP2041: {
    message: { zh: '{value} 同时给出了固定副本数和伸缩范围', en: '{value} has a fixed count and bounds at once' },
    fix: { zh: '只写 replicas,或只写 min 和 max', en: 'write either replicas, or min and max' },
  },
  CHAMP2042: {
    message: { zh: '{value} 与 schemas 不一致:用到数据库就要写明模式名,反之亦然', en: '{value} and schemas do not agree: who uses a database names its schema, and the reverse' },
    fix: { zh: '同时写 uses 和 schemas', en: 'write both uses and schemas' },
  },
  CHAMP2043: {
    message: { zh: '数据库模式 {value} 属于租户 {owner}', en: 'the schema {value} belongs to the tenant {owner}' },
    fix: { zh: '使用本租户自己的模式,他人的数据通过调用或消息取得', en: 'take a schema of the own tenant; data of others comes by call or message' },
  },
  CHAMP2044: {
    message: { zh: '{zone}区在平时、一台主机故障时放不下全部 Pod:{value}', en: 'at rest with one node down, zone {zone} has no room for all pods: {value}' },
    fix: { zh: '增加节点,或减小规格和副本数(champ list 显示占用)', en: 'add nodes, or lower sizes and counts (champ list shows what is taken)' },
  },
  CHAMP2045: {
    message: { zh: '{zone}区在 HPA 全部扩到上限时放不下全部 Pod:{value}', en: 'at HPA maximum, zone {zone} has no room for all pods: {value}' },
    fix: { zh: '增加节点,或减小规格和上限(champ list 显示占用)', en: 'add nodes, or lower sizes and maxima (champ list shows what is taken)' },
  },
  CHAMP2046: {
    message: { zh: '{field} 不能是 {value}', en: '{field} cannot be {value}' },
    fix: { zh: '在所属子系统的文件中改正', en: 'correct it in the file of the subsystem' },
  },
  CHAMP2047: {
    message: { zh: '文件引用了 {value},但服务没有绑定这种中间件,网络也不会打开', en: 'a file refers to {value}, a kind that the service does not use, so that nothing is open to it' },
    fix: { zh: '在服务的 uses 中加入它', en: 'add the kind to uses of the service' },
  },
  CHAMP2048: {
    message: { zh: '两个配置文件共用键 {value}', en: 'two configuration files share the key {value}' },
    fix: { zh: '改名:目录分隔符在键中写作点', en: 'rename one of them: in a key, a folder ends with a dot' },
  },
  CHAMP2049: {
    message: { zh: '{value} 不是可以使用的配置文件或目录', en: '{value} is no file or folder of configuration that can be used' },
    fix: { zh: '放入普通文件 config/<服务>/<路径>,不要使用链接', en: 'put plain files at config/<service>/<path>, no links' },
  },
  CHAMP2050: {
    message: { zh: '{value} 的成员数应为奇数', en: '{value} needs an odd number of members' },
    fix: { zh: '取 1、3、5 或 7:偶数个成员不多容忍一次故障', en: 'take 1, 3, 5 or 7: an even number survives no more failures' },
  },
} as const satisfies Record<string, CodeRow>;
