import { defineTool, type Tool } from './tool.ts'

/** Every program there is, in the order of help. */
export const tools: readonly Tool[] = [
  defineTool({
    name: 'nslookup',
    summary: "Ask the cluster's DNS for a name, as nslookup in a pod would",
    load: async () => (await import('./nslookup/nslookup.ts')).nslookup,
  }),
  defineTool({
    name: 'dig',
    summary: "Ask a name server and show the whole reply, as BIND's dig does",
    load: async () => (await import('./dig/dig.ts')).dig,
  }),
  defineTool({
    name: 'host',
    summary: "Ask a name server and show the reply in sentences, as BIND's host does",
    load: async () => (await import('./host/host.ts')).host,
  }),
  defineTool({
    name: 'curl',
    summary: 'Make a request to a URL and show the answer, as curl does',
    load: async () => (await import('./curl/curl.ts')).curl,
  }),
  defineTool({
    name: 'wget',
    summary: 'Get what is at a URL, as wget does',
    load: async () => (await import('./wget/wget.ts')).wget,
  }),
  defineTool({
    name: 'ping',
    summary: 'Ask an address whether it is there',
    load: async () => (await import('./ping/ping.ts')).ping,
  }),
  defineTool({
    name: 'nc',
    summary: 'Try whether a port is open',
    load: async () => (await import('./nc/nc.ts')).nc,
  }),
  defineTool({
    name: 'traceroute',
    summary: 'Show the routers on the way to an address',
    load: async () => (await import('./traceroute/traceroute.ts')).traceroute,
  }),
]
