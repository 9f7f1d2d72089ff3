import type { Behaviour } from '../api/behaviour.ts'
import type { Container, Pod } from '../api/generated/types.ts'

/** A container that runs an image, and the pod that it is in. */
export interface Process {
  readonly pod: Pod
  readonly container: Container
}

/** What is known of an image. */
export interface Image {
  /**
   * Its repositories without registry prefix of Docker Hub and without tag: `nginx`, `gcr.io/kuar-demo/kuard-amd64`.
   */
  readonly names: readonly string[]
  behaviour(process: Process): Behaviour
}

export const defineImage = (image: Image): Image => image

/** The repository of an image's reference: `docker.io/library/nginx:1.27@sha256:..` is `nginx`. */
export const repositoryOf = (reference: string): string => {
  const [name = ''] = reference.split('@')
  const slash = name.lastIndexOf('/')
  const colon = name.indexOf(':', slash + 1)
  return (colon < 0 ? name : name.slice(0, colon)).replace(/^(index\.)?docker\.io\//, '').replace(/^library\//, '')
}
