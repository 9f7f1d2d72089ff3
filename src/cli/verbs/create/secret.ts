import { defineVerbGroup } from '../../verb-group.ts'
import { secretVerbs } from './secret/index.ts'

export const secret = defineVerbGroup({
  verbs: secretVerbs,
  title: 'Create a secret with specified type',
  usage: '(docker-registry | generic | tls)',
  description: `A docker-registry type secret is for accessing a container registry.

A generic type secret indicate an Opaque secret type.

A tls type secret holds TLS certificate and its associated key.`,
})
