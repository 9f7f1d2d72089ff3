import { changeField } from '../../../util/change-field.ts'
import type {
  Container,
  EphemeralContainer,
  HTTPGetAction,
  Lifecycle,
  LifecycleHandler,
  Probe,
} from '../../generated/types.ts'

/** A container with all that the server fills in. */
export const containerDefaults = <T extends Container | EphemeralContainer>(container: T): T => {
  const filled: Container | EphemeralContainer = {
    ...container,
    resources: container.resources ?? {},
    terminationMessagePath: container.terminationMessagePath || '/dev/termination-log',
    terminationMessagePolicy: container.terminationMessagePolicy || 'File',
    imagePullPolicy: container.imagePullPolicy || pullPolicy(container.image ?? ''),
  }
  const listed = changeField(filled, 'ports', ports =>
    ports.map(port => ({ ...port, protocol: port.protocol || 'TCP' })),
  )
  const named = changeField(listed, 'env', env => env.map(fieldOfPod))
  const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const
  const probed = probes.reduce((result, key) => changeField(result, key, probeDefaults), named)
  return changeField(probed, 'lifecycle', lifecycleDefaults) as T
}

/** A moving tag is pulled anew each time; no tag means `latest`, unless a digest says which image it is. */
const pullPolicy = (image: string): 'Always' | 'IfNotPresent' => {
  if (image.includes('@') || image === '') return 'IfNotPresent'
  const [, tag = 'latest'] = /:([^/:]*)$/.exec(image) ?? []
  return tag === 'latest' ? 'Always' : 'IfNotPresent'
}

type WithFieldRef = { readonly valueFrom?: NonNullable<Container['env']>[number]['valueFrom'] }

const fieldOfPod = <T extends WithFieldRef>(variable: T): T =>
  changeField(variable as T & WithFieldRef, 'valueFrom', source =>
    changeField(source, 'fieldRef', field => ({ ...field, apiVersion: field.apiVersion || 'v1' })),
  )

const probeDefaults = (probe: Probe): Probe => {
  const filled = {
    ...probe,
    timeoutSeconds: probe.timeoutSeconds || 1,
    periodSeconds: probe.periodSeconds || 10,
    successThreshold: probe.successThreshold || 1,
    failureThreshold: probe.failureThreshold || 3,
  }
  const asked = changeField(filled, 'httpGet', httpDefaults)
  return changeField(asked, 'grpc', grpc => ({ ...grpc, service: grpc.service ?? '' }))
}

const httpDefaults = (action: HTTPGetAction): HTTPGetAction => ({
  ...action,
  path: action.path || '/',
  scheme: action.scheme || 'HTTP',
})

const handlerDefaults = (handler: LifecycleHandler): LifecycleHandler => changeField(handler, 'httpGet', httpDefaults)

const lifecycleDefaults = (lifecycle: Lifecycle): Lifecycle =>
  changeField(changeField(lifecycle, 'preStop', handlerDefaults), 'postStart', handlerDefaults)
