import type { Pod } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { admitPod } from './pod/admission.ts'
import { podColumns } from './pod/columns.ts'
import { podDefaults } from './pod/defaults.ts'
import { startPodDeletion } from './pod/deletion.ts'
import { podExposure } from './pod/exposure.ts'
import { podForwarding } from './pod/forwarding.ts'
import { qosClass } from './pod/quality.ts'
import { podQuota } from './pod/quota.ts'
import { validatePodUpdate } from './pod/update-validation.ts'
import { validateNewPod } from './pod/validation.ts'
import { warningsOfPod } from './pod/warnings.ts'

export const pod = defineResource<Pod>({
  group: '',
  version: 'v1',
  kind: 'Pod',
  plural: 'pods',
  returnsDeleted: true,
  shortNames: ['po'],
  categories: ['all'],
  namespaced: true,
  hasStatus: true,
  columns: podColumns,

  workload: {
    template: ({ metadata, spec }) => ({ metadata, spec }),
    withTemplate: (object, { spec = object.spec }) => ({ ...object, spec }),
  },

  quota: podQuota,
  exposure: podExposure,
  forwarding: podForwarding,

  withDefaults: podDefaults,
  admit: admitPod,
  prepareForCreate: object => ({ ...object, status: { phase: 'Pending', qosClass: qosClass(object.spec) } }),
  validate: validateNewPod,
  validateUpdate: validatePodUpdate,
  warnings: warningsOfPod,
  startDeletion: startPodDeletion,

  selectableFields: ({ spec, status }) => ({
    'spec.nodeName': spec.nodeName ?? '',
    'spec.restartPolicy': spec.restartPolicy ?? '',
    'spec.schedulerName': spec.schedulerName ?? '',
    'spec.serviceAccountName': spec.serviceAccountName ?? '',
    'spec.hostNetwork': String(spec.hostNetwork ?? false),
    'status.phase': status?.phase ?? '',
    'status.podIP': status?.podIP ?? '',
    'status.podIPs': (status?.podIPs ?? []).map(({ ip }) => ip).join(','),
    'status.nominatedNodeName': status?.nominatedNodeName ?? '',
  }),

  describe: async (object, context) => (await import('./pod/describe.ts')).describePod(object, context),
})
