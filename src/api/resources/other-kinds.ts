import { nameColumn } from '../columns.ts'
import { defineResource, type Resource } from '../resource.ts'
import { createdColumn } from './created-column.ts'

type Names = Pick<Resource, 'group' | 'kind' | 'plural' | 'namespaced'> &
  Partial<Pick<Resource, 'shortNames' | 'categories' | 'hasStatus' | 'verbs'>>

/** The kinds that are known by their names only: they are stored, listed and deleted as they are. */
const names: readonly Names[] = [
  { group: '', kind: 'Binding', plural: 'bindings', namespaced: true, verbs: ['create'] },
  {
    group: 'apiregistration.k8s.io',
    kind: 'APIService',
    plural: 'apiservices',
    namespaced: false,
    categories: ['api-extensions'],
    hasStatus: true,
  },
  {
    group: 'certificates.k8s.io',
    kind: 'CertificateSigningRequest',
    plural: 'certificatesigningrequests',
    namespaced: false,
    shortNames: ['csr'],
    hasStatus: true,
  },
  { group: 'storage.k8s.io', kind: 'CSIDriver', plural: 'csidrivers', namespaced: false },
  { group: 'storage.k8s.io', kind: 'CSINode', plural: 'csinodes', namespaced: false },
  { group: 'storage.k8s.io', kind: 'CSIStorageCapacity', plural: 'csistoragecapacities', namespaced: true },
  {
    group: 'storage.k8s.io',
    kind: 'VolumeAttachment',
    plural: 'volumeattachments',
    namespaced: false,
    hasStatus: true,
  },
  {
    group: 'storage.k8s.io',
    kind: 'VolumeAttributesClass',
    plural: 'volumeattributesclasses',
    namespaced: false,
    shortNames: ['vac'],
  },
  {
    group: 'admissionregistration.k8s.io',
    kind: 'MutatingAdmissionPolicy',
    plural: 'mutatingadmissionpolicies',
    namespaced: false,
    categories: ['api-extensions'],
  },
  {
    group: 'admissionregistration.k8s.io',
    kind: 'MutatingAdmissionPolicyBinding',
    plural: 'mutatingadmissionpolicybindings',
    namespaced: false,
    categories: ['api-extensions'],
  },
  {
    group: 'admissionregistration.k8s.io',
    kind: 'MutatingWebhookConfiguration',
    plural: 'mutatingwebhookconfigurations',
    namespaced: false,
    categories: ['api-extensions'],
  },
  {
    group: 'admissionregistration.k8s.io',
    kind: 'ValidatingAdmissionPolicy',
    plural: 'validatingadmissionpolicies',
    namespaced: false,
    categories: ['api-extensions'],
    hasStatus: true,
  },
  {
    group: 'admissionregistration.k8s.io',
    kind: 'ValidatingAdmissionPolicyBinding',
    plural: 'validatingadmissionpolicybindings',
    namespaced: false,
    categories: ['api-extensions'],
  },
  {
    group: 'admissionregistration.k8s.io',
    kind: 'ValidatingWebhookConfiguration',
    plural: 'validatingwebhookconfigurations',
    namespaced: false,
    categories: ['api-extensions'],
  },
  {
    group: 'apiextensions.k8s.io',
    kind: 'CustomResourceDefinition',
    plural: 'customresourcedefinitions',
    namespaced: false,
    shortNames: ['crd', 'crds'],
    categories: ['api-extensions'],
    hasStatus: true,
  },
  { group: 'resource.k8s.io', kind: 'DeviceClass', plural: 'deviceclasses', namespaced: false },
  { group: 'resource.k8s.io', kind: 'ResourceClaim', plural: 'resourceclaims', namespaced: true, hasStatus: true },
  { group: 'resource.k8s.io', kind: 'ResourceClaimTemplate', plural: 'resourceclaimtemplates', namespaced: true },
  { group: 'resource.k8s.io', kind: 'ResourceSlice', plural: 'resourceslices', namespaced: false },
  {
    group: 'flowcontrol.apiserver.k8s.io',
    kind: 'FlowSchema',
    plural: 'flowschemas',
    namespaced: false,
    hasStatus: true,
  },
  {
    group: 'flowcontrol.apiserver.k8s.io',
    kind: 'PriorityLevelConfiguration',
    plural: 'prioritylevelconfigurations',
    namespaced: false,
    hasStatus: true,
  },
]

const columns = [nameColumn, createdColumn]

/** Those of one group, in the order of discovery. */
export const otherKindsOf = (group: string): readonly Resource[] =>
  names.filter(kind => kind.group === group).map(kind => defineResource({ version: 'v1', columns, ...kind }))
