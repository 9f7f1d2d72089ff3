import { indent } from '../../describe/lines.ts'
import type {
  Container,
  EnvFromSource,
  EnvVar,
  EphemeralContainer,
  Pod,
  ResourceFieldSelector,
} from '../../generated/types.ts'
import { podField } from './field.ts'
import { resourceText } from './resource-field.ts'

type WithEnvironment = Pick<Container | EphemeralContainer, 'env' | 'envFrom' | 'resources'>

/** The environment of a container; the fields of the pod are shown where it is known. */
export const environmentLines = (container: WithEnvironment, pod: Pod | undefined): readonly string[] => {
  const { env = [], envFrom = [] } = container
  return [
    ...(envFrom.length > 0 ? ['Environment Variables from:', ...indent(envFrom.map(sourceLine))] : []),
    env.length === 0 ? 'Environment:\t<none>' : 'Environment:',
    ...indent(env.flatMap(variable => variableLines(variable, container, pod))),
  ]
}

const sourceLine = ({ prefix, configMapRef, secretRef }: EnvFromSource): string => {
  const kind = configMapRef ? 'ConfigMap' : secretRef ? 'Secret' : ''
  const { name = '', optional = false } = configMapRef ?? secretRef ?? {}
  return `${name}\t${kind}${prefix ? ` with prefix '${prefix}'` : ''}\tOptional: ${optional}`
}

const variableLines = (
  { name, value = '', valueFrom }: EnvVar,
  container: WithEnvironment,
  pod: Pod | undefined,
): readonly string[] => {
  if (!valueFrom) {
    const [first, ...others] = value.split('\n')
    return [`${name}:\t${first}`, ...others.map(line => `\t${line}`)]
  }
  const { fieldRef, resourceFieldRef, secretKeyRef, configMapKeyRef } = valueFrom
  if (fieldRef) {
    const shown = pod ? (podField(pod, fieldRef.fieldPath) ?? '') : ''
    return [`${name}:\t${shown} (${fieldRef.apiVersion ?? 'v1'}:${fieldRef.fieldPath})`]
  }
  if (resourceFieldRef)
    return [`${name}:\t${resourceShown(resourceFieldRef, container)} (${resourceFieldRef.resource})`]
  const reference = secretKeyRef ?? configMapKeyRef
  if (!reference) return []
  const where = secretKeyRef ? 'in secret' : 'of config map'
  const { key, name: source = '', optional = false } = reference
  return [`${name}:\t<set to the key '${key}' ${where} '${source}'>\tOptional: ${optional}`]
}

const resourceShown = (field: ResourceFieldSelector, container: WithEnvironment): string => {
  const text = resourceText(field, container)
  return text === '0' && ['limits.cpu', 'limits.memory'].includes(field.resource) ? 'node allocatable' : text
}
