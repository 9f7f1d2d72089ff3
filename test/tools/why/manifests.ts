export const web = (more = '', spec = ''): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
${spec}
      containers:
        - name: nginx
          image: nginx:1.27
${more}
`

export const service = (spec: string, name = 'web'): string => `---
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { ${spec} }
`

export const ports = 'ports: [{ port: 80 }]'
export const selecting = `selector: { app: web }, ${ports}`
export const asService = { ask: 'service/web -n <ns>' }

export const probe = (kind: string, port: number, path = '/'): string =>
  `          ${kind}: { httpGet: { port: ${port}, path: ${path} }, periodSeconds: 1, failureThreshold: 2 }`

export const pod = (name: string, spec: string, labels = 'app: web'): string => `---
apiVersion: v1
kind: Pod
metadata: { name: ${name}, labels: { ${labels} } }
spec: { ${spec} }
`
export const nginx = 'containers: [{ name: nginx, image: nginx }]'
export const denyAll = `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: deny }
spec: { podSelector: {}, policyTypes: [Ingress] }
`
export const endpoints = (name: string, port = '{ port: 80 }'): string => `---
apiVersion: v1
kind: Endpoints
metadata: { name: ${name} }
subsets: [{ addresses: [{ ip: 192.168.123.234 }], ports: [${port}] }]
`
