import type { CodeRow } from '../problem.ts';

/** 800x client, 81xx status and wait, 82xx bootstrap. */
export const argocdCodes = {
  CHAMP8001: {
    message: { zh: 'ArgoCD 连接不上:{value}', en: 'ArgoCD cannot be reached: {value}' },
    fix: { zh: '检查地址、端口和网络,确认 argocd-server 在运行', en: 'check address, port and network, and that argocd-server runs' },
  },
  CHAMP8002: {
    message: { zh: 'ArgoCD 没有按时回答:{value}', en: 'ArgoCD did not answer in time: {value}' },
    fix: { zh: '检查 argocd-server 和 redis 的负载,或加大 --request-timeout', en: 'see whether argocd-server and its redis are overloaded, or raise --request-timeout' },
  },
  CHAMP8003: {
    message: { zh: 'TLS 校验失败:{value}', en: 'TLS verification failed: {value}' },
    fix: { zh: '用 --ca 指定签发证书的 CA 文件(PEM),并使用证书中的主机名;校验不能关闭', en: 'name the authority that signed the certificate with --ca (PEM), and use the host name of the certificate; verification cannot be switched off' },
  },
  CHAMP8004: {
    message: { zh: '"{value}" 不能作 ArgoCD 的地址:{why}', en: '"{value}" is no address of ArgoCD: {why}' },
    fix: { zh: '写作 https://主机[:端口][/路径];http 只允许本机', en: 'write https://host[:port][/path]; plain http is for loopback alone' },
  },
  CHAMP8005: {
    message: { zh: '回答的不是 ArgoCD:{value}', en: 'what answers is not ArgoCD: {value}' },
    fix: { zh: '地址可能指向代理或登录页:改用 argocd-server 自己的地址,并确认路径正确', en: 'a proxy or a login page may be in between: use the address of argocd-server itself, with its path' },
  },
  CHAMP8006: {
    message: { zh: 'ArgoCD 不接受令牌(无效或已过期):{value}', en: 'ArgoCD does not accept the token (invalid or expired): {value}' },
    fix: { zh: '换新令牌(argocd account generate-token),写入 ARGOCD_AUTH_TOKEN 或 --token-file 指定的文件', en: 'get a new one (argocd account generate-token) into ARGOCD_AUTH_TOKEN or the file of --token-file' },
  },
  CHAMP8007: {
    message: { zh: '没有权限,或者对象不存在(ArgoCD 对二者回答相同):{value}', en: 'no permission, or it does not exist (ArgoCD answers both alike): {value}' },
    fix: { zh: '确认名称和项目;请管理员给该账号授予 applications, get', en: 'check name and project; have the account granted applications, get' },
  },
  CHAMP8008: {
    message: { zh: '该项目中没有这个应用,或者地址不对:{value}', en: 'it is not there, or in another project, or the address has another path: {value}' },
    fix: { zh: '用 champ status 查看已有应用;检查 --server 的路径', en: 'see champ status for what is there; check the path of --server' },
  },
  CHAMP8009: {
    message: { zh: '与同时进行的修改冲突:{value}', en: 'somebody else changed it at the same time: {value}' },
    fix: { zh: '重新运行', en: 'run the command again' },
  },
  CHAMP8010: {
    message: { zh: '请求过多,多次重试后仍被限流:{value}', en: 'too many requests, also after several tries: {value}' },
    fix: { zh: '稍后再试,或放宽 argocd-server 前面的限流', en: 'try later, or raise the limit in front of argocd-server' },
  },
  CHAMP8011: {
    message: { zh: 'ArgoCD 内部出错:{value}', en: 'ArgoCD failed: {value}' },
    fix: { zh: '查看 argocd-server 和 argocd-repo-server 的日志,然后重新运行', en: 'read the logs of argocd-server and argocd-repo-server, then run the command again' },
  },
  CHAMP8012: {
    message: { zh: 'ArgoCD 拒绝请求:{value}', en: 'ArgoCD refuses the request: {value}' },
    fix: { zh: '按回答中的原因处理', en: 'do as its answer says' },
  },
  CHAMP8014: {
    message: { zh: '没有 {value} 区的 ArgoCD 令牌', en: 'there is no ArgoCD token for zone {value}' },
    fix: { zh: '设置环境变量 CHAMP_ARGOCD_TOKEN_区 或 ARGOCD_AUTH_TOKEN,或用 --token-file', en: 'set CHAMP_ARGOCD_TOKEN_<ZONE> or ARGOCD_AUTH_TOKEN, or name a file with --token-file' },
  },
  CHAMP8015: {
    message: { zh: '令牌不可用:{why}', en: 'the token is not usable: {why}' },
    fix: { zh: '令牌是一行可见字符;检查文件或环境变量', en: 'a token is one line of printable characters; check the file or the variable' },
  },
  CHAMP8016: {
    message: { zh: 'CA 文件不可用:{why}', en: 'the file of --ca is not usable: {why}' },
    fix: { zh: '指定 PEM 格式的证书文件', en: 'name a file with certificates in PEM' },
  },
  CHAMP8017: {
    message: { zh: '不知道 {value} 区的 ArgoCD 地址', en: 'the address of ArgoCD in zone {value} is not known' },
    fix: { zh: '用 --server {value}=https://...,或设置环境变量 CHAMP_ARGOCD_SERVER_区', en: 'use --server {value}=https://..., or set CHAMP_ARGOCD_SERVER_<ZONE>' },
  },
  CHAMP8018: {
    message: { zh: 'ArgoCD 把请求转到别处:{value}', en: 'ArgoCD sends the request elsewhere: {value}' },
    fix: { zh: '令牌不会跟着转发;如果信任该地址,直接用 --server 指定', en: 'the token does not follow; if you trust that address, name it with --server' },
  },
  CHAMP8019: {
    message: { zh: '回答不可用:{value}', en: 'the answer is not usable: {value}' },
    fix: { zh: '重新运行;若重复出现,检查中间的代理', en: 'run the command again; if it stays, look at the proxies in between' },
  },
  CHAMP8020: {
    message: { zh: '{option} 的取值 "{value}" 不可用', en: '"{value}" is not a value of {option}' },
    fix: { zh: '写作 取值,或 区=取值,每区一次', en: 'write VALUE for all zones, or ZONE=VALUE once a zone' },
  },
  CHAMP8101: {
    message: { zh: '{zone} 区的 {application} 没有到达提交 {commit}:{causes}', en: '{application} in zone {zone} did not reach commit {commit}: {causes}' },
    fix: { zh: '按原因处理;champ status --env {environment} --zone {zone} 给出详情', en: 'mend the cause; champ status --env {environment} --zone {zone} has the details' },
  },
  CHAMP8102: {
    message: { zh: '{zone} 区的 ArgoCD 里没有该环境的应用', en: 'ArgoCD of zone {zone} has no Application of this environment' },
    fix: { zh: '检查 --server 是否指向该区;新集群先按 champ bootstrap 执行一次', en: 'check that --server is the one of this zone; apply once what champ bootstrap writes on a new cluster' },
  },
  CHAMP8103: {
    message: { zh: '{zone} 区的配置仓库没有源提交 {value}', en: 'the config repository of zone {zone} has nothing of source commit {value}' },
    fix: { zh: '先 champ publish;或检查 --commit、--repo 和 --branch', en: 'run champ publish first, or check --commit, --repo and --branch' },
  },
  CHAMP8104: {
    message: { zh: '没有叫 "{value}" 的区', en: 'there is no zone "{value}"' },
    fix: { zh: '写出环境中的区', en: 'name a zone of the environment' },
  },
  CHAMP8105: {
    message: { zh: '没有叫 "{value}" 的子系统、中间件或应用', en: 'there is no subsystem, middleware or Application "{value}"' },
    fix: { zh: '写子系统标识(如 mbs)、中间件种类或应用名;不带 --subsystem 列出全部', en: 'write the id of a subsystem such as mbs, a kind of middleware, or an Application; without --subsystem all are listed' },
  },
  CHAMP8106: {
    message: { zh: '--commit "{value}" 不是提交', en: '--commit "{value}" is no commit' },
    fix: { zh: '写源仓库的提交号(至少 7 位),或在源仓库里写分支名', en: 'write the SHA of a source commit (7 digits at least), or the name of a branch inside the source repository' },
  },
  CHAMP8201: {
    message: { zh: '环境 {environment} 没有 "{value}" 区', en: 'environment {environment} has no zone "{value}"' },
    fix: { zh: '用 --zone 选择已有的区', en: 'name one of its zones with --zone' },
  },
  CHAMP8202: {
    message: { zh: '输出目录 "{value}" 中有不是 champ bootstrap 写的文件:{files}', en: 'the output folder "{value}" holds files that champ bootstrap did not write: {files}' },
    fix: { zh: '用 --out 指定空目录或新目录', en: 'name an empty or a new folder with --out' },
  },
  CHAMP8203: {
    message: { zh: '集群不接受该对象:{why}', en: 'the cluster does not accept the object: {why}' },
    fix: { zh: '按原因处理;该集群可能不是空的,或上下文不对', en: 'do as the reason says; the cluster may not be empty, or the context may be another one' },
  },
  CHAMP8204: {
    message: { zh: '渲染结果中没有 {value} 区的 ArgoCD、它的命名空间或根应用', en: 'what is rendered for zone {value} has no ArgoCD, no namespace for it, or no root Application' },
    fix: { zh: '这是渲染的缺陷:请连同环境一起报告', en: 'this is a defect of rendering: report it with the environment' },
  },
} satisfies Record<string, CodeRow>;
