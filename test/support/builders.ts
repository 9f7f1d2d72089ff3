import type { Pod, Service } from '../../src/api/generated/types.ts'

/** A pod of one container that declares the ports given by name. */
export const aPod = (
  name: string,
  labels: Readonly<Record<string, string>>,
  { ports = {}, ...spec }: { ports?: Readonly<Record<string, number>> } & Partial<Pod['spec']> = {},
): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, labels },
  spec: {
    containers: [
      {
        name: 'main',
        image: 'nginx',
        ports: Object.entries(ports).map(([portName, containerPort]) => ({ name: portName, containerPort })),
      },
    ],
    ...spec,
  },
})

/** A Service of port 80 that selects `app: <name>` unless its spec says otherwise. */
export const aService = (name: string, spec: Partial<Service['spec']> = {}): Service => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { selector: { app: name }, ports: [{ port: 80 }], ...spec },
})

/** The status of a pod that is ready or not, for a patch. */
export const readiness = (isReady: boolean): object => ({
  status: { conditions: [{ type: 'Ready', status: isReady ? 'True' : 'False' }] },
})
