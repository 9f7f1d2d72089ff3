import type { KubeObject } from '../meta.ts'
import { annotationLines, labelLines } from './labels.ts'

/** What most descriptions begin with: name, namespace if there is one, labels, annotations. */
export const heading = ({ metadata }: KubeObject): readonly string[] => [
  `Name:\t${metadata.name}`,
  ...(metadata.namespace ? [`Namespace:\t${metadata.namespace}`] : []),
  ...labelLines('Labels', metadata.labels),
  ...annotationLines(metadata.annotations),
]
