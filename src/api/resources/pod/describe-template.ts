import { annotationLines, labelLines } from '../../describe/labels.ts'
import { optional } from '../../describe/lines.ts'
import type { PodTemplateSpec } from '../../generated/types.ts'
import { containerSection } from './describe-containers.ts'
import { spreadLines } from './describe-spread.ts'
import { tolerationLines } from './describe-tolerations.ts'
import { volumeSection } from './describe-volumes.ts'

const margin = '  '

/** The part `Pod Template` of what runs pods. */
export const podTemplateLines = (template: PodTemplateSpec | undefined): readonly string[] => {
  if (!template) return ['Pod Template:', `${margin}<unset>`]
  const { metadata, spec = { containers: [] } } = template
  const inits = spec.initContainers ?? []
  return [
    'Pod Template:',
    ...labelLines('Labels', metadata?.labels, margin),
    ...(Object.keys(metadata?.annotations ?? {}).length > 0
      ? annotationLines(metadata?.annotations, `${margin}Annotations`)
      : []),
    ...optional(`${margin}Service Account`, spec.serviceAccountName),
    ...(inits.length > 0 ? containerSection('Init Containers', inits, { margin }) : []),
    ...containerSection('Containers', spec.containers, { margin }),
    ...volumeSection(spec.volumes ?? [], margin),
    ...spreadLines(spec.topologySpreadConstraints, margin),
    ...optional(`${margin}Priority Class Name`, spec.priorityClassName),
    ...labelLines('Node-Selectors', spec.nodeSelector, margin),
    ...tolerationLines(spec.tolerations, margin),
  ]
}
