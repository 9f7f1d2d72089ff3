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
]
