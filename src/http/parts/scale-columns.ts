import { ageColumn, type Column, column, nameColumn } from '../../api/columns.ts'
import type { KubeObject } from '../../api/meta.ts'

interface Scale extends KubeObject {
  readonly spec?: { readonly replicas?: number }
  readonly status?: { readonly replicas?: number }
}

/** The columns of an autoscaling/v1 Scale, whatever it is the scale of. */
export const scaleColumns: readonly Column[] = [
  { ...nameColumn, format: undefined },
  column('Desired', ({ spec }: Scale) => spec?.replicas ?? 0, 'integer'),
  column('Available', ({ status }: Scale) => status?.replicas ?? 0, 'integer'),
  ageColumn,
]
