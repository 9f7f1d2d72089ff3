import { duplicate, type FieldError, forbidden, invalid, notSupported, required } from '../../field-error.ts'
import type { Service, ServicePort } from '../../generated/types.ts'
import { isDns1123Label } from '../../validation/names.ts'
import { supportedProtocols, validatePort, validatePortOrName } from '../../validation/ports.ts'
import { isLabelKey } from '../../validation/qualified-name.ts'

const pathOf = (index: number): string => `spec.ports[${index}]`

/** Each port for itself; several ports need names. */
export const checkPorts = ({ spec: { ports = [] } }: Service): readonly FieldError[] =>
  ports.flatMap((port, index) => {
    const field = pathOf(index)
    return [
      ...checkName(port, index, ports),
      ...validatePort(port.port ?? 0, `${field}.port`),
      ...(supportedProtocols.includes(port.protocol ?? '')
        ? []
        : [notSupported(`${field}.protocol`, port.protocol, supportedProtocols)]),
      ...validatePortOrName(port.targetPort ?? 0, `${field}.targetPort`),
      ...(port.appProtocol === undefined ? [] : isLabelKey(port.appProtocol)).map(text =>
        invalid(`${field}.appProtocol`, port.appProtocol, text),
      ),
    ]
  })

const checkName = ({ name }: ServicePort, index: number, ports: readonly ServicePort[]): readonly FieldError[] => {
  const field = `${pathOf(index)}.name`
  if (!name) return ports.length > 1 ? [required(field)] : []
  return [
    ...isDns1123Label(name).map(text => invalid(field, name, text)),
    ...(ports.findIndex(other => other.name === name) < index ? [duplicate(field, name)] : []),
  ]
}

/** Node ports where there are none, and ports that are there twice. */
export const checkSharedPorts = ({ spec: { type, ports = [] } }: Service): readonly FieldError[] => [
  ...ports.flatMap(({ nodePort }, index) =>
    type === 'ClusterIP' && nodePort
      ? forbidden(`${pathOf(index)}.nodePort`, "may not be used when `type` is 'ClusterIP'")
      : [],
  ),
  ...ports.flatMap(({ nodePort, protocol }, index) =>
    nodePort && ports.findIndex(other => other.nodePort === nodePort && other.protocol === protocol) < index
      ? duplicate(`${pathOf(index)}.nodePort`, nodePort)
      : [],
  ),
  ...ports.flatMap(({ port, protocol }, index) =>
    ports.findIndex(other => other.port === port && other.protocol === protocol) < index
      ? samePort(index, port, protocol ?? '')
      : [],
  ),
]

// The server shows the fields it compared by, as Go names and orders them.
const samePort = (index: number, port: number, protocol: string): FieldError => ({
  type: 'Duplicate',
  field: pathOf(index),
  detail: `Duplicate value: {"Name":"","Protocol":${JSON.stringify(protocol)},"AppProtocol":null,"Port":${port},"TargetPort":0,"NodePort":0}`,
})
