import type { NewTarget, WriteOptions } from '../api/client.ts'
import type { KubeObject } from '../api/meta.ts'
import { administrator, type User } from '../api/rbac.ts'
import type { Snapshot } from './backend.ts'
import { objectOf, type Warn } from './body.ts'
import { inNamespace } from './in-namespace.ts'
import type { KnownTarget } from './requests.ts'

interface Question {
  readonly target: KnownTarget<NewTarget>
  readonly body: unknown
  readonly options: WriteOptions
  readonly warn: Warn
  readonly user: User | undefined
}

/** Answers the creation of an object that is a question (a SelfSubjectAccessReview): it is not stored. */
export const answerFor = (
  { view, now }: Pick<Snapshot, 'view' | 'now'>,
  { target: { resource, namespace }, body, options, warn, user = administrator }: Question,
): KubeObject => {
  const object = inNamespace(objectOf(resource, body, options, warn), resource, namespace)
  return resource.answer?.(object, { cluster: view, user, now }) ?? object
}
