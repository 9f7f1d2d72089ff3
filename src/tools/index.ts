import { defineTool, type Tool } from './tool.ts'

/** Every program there is, in the order of help. */
export const tools: readonly Tool[] = [
  defineTool({
    name: 'nslookup',
    summary: "Ask the cluster's DNS for a name, as nslookup in a pod would",
    examples: `# A Service, as any pod of the namespace finds it
kubesim nslookup kubernetes

# As BIND's nslookup prints it
kubesim nslookup --style=bind kubernetes.default.svc.cluster.local`,
    load: async () => (await import('./nslookup/nslookup.ts')).nslookup,
  }),
  defineTool({
    name: 'dig',
    summary: "Ask a name server and show the whole reply, as BIND's dig does",
    examples: `# The whole reply
kubesim dig kubernetes.default.svc.cluster.local

# The ports of a Service, and the name of an address
kubesim dig +short SRV _https._tcp.kubernetes.default.svc.cluster.local
kubesim dig +short -x 10.96.0.1`,
    load: async () => (await import('./dig/dig.ts')).dig,
  }),
  defineTool({
    name: 'host',
    summary: "Ask a name server and show the reply in sentences, as BIND's host does",
    examples: `# All that a name stands for
kubesim host kubernetes.default.svc.cluster.local`,
    load: async () => (await import('./host/host.ts')).host,
  }),
  defineTool({
    name: 'curl',
    summary: 'Make a request to a URL and show the answer, as curl does',
    examples: `# A Service by its name, as any pod of the namespace would
kubesim curl http://web/

# What goes to and fro, from a certain pod
kubesim curl -sv http://web.default/ --from pod/web

# Only the status of the answer
kubesim curl -s -o /dev/null -w '%{http_code}' -k https://kubernetes/livez`,
    load: async () => (await import('./curl/curl.ts')).curl,
  }),
  defineTool({
    name: 'wget',
    summary: 'Get what is at a URL, as wget does',
    examples: `# A page, and nothing else, as most images have it (busybox)
kubesim wget -qO- http://web/

# As GNU's wget tells it
kubesim wget --style=gnu --spider http://web/`,
    load: async () => (await import('./wget/wget.ts')).wget,
  }),
  defineTool({
    name: 'ping',
    summary: 'Ask an address whether it is there',
    examples: `# A node, from a pod; a ClusterIP would not answer
kubesim ping -c 2 172.18.0.3`,
    load: async () => (await import('./ping/ping.ts')).ping,
  }),
  defineTool({
    name: 'nc',
    summary: 'Try whether a port is open',
    examples: `# Whether a port takes connections
kubesim nc -zv web 80

# The same for UDP
kubesim nc -zuv kube-dns.kube-system 53`,
    load: async () => (await import('./nc/nc.ts')).nc,
  }),
  defineTool({
    name: 'traceroute',
    summary: 'Show the routers on the way to an address',
    examples: `# From a pod to a node
kubesim traceroute 172.18.0.3`,
    load: async () => (await import('./traceroute/traceroute.ts')).traceroute,
  }),
]
