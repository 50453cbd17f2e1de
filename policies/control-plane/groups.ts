/** API group of the API server's own configuration files. */
export const CONFIG = 'apiserver.config.k8s.io';
