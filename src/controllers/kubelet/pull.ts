import type { Container, Pod } from '../../api/generated/types.ts'

/** Why an image is not there, as the status of its container says it. */
export interface PullFailure {
  readonly reason: 'ErrImagePull' | 'ImagePullBackOff'
  readonly message: string
  /** When that changes, in milliseconds. */
  readonly due?: number | undefined
}

/** The annotation of a pod with the images, separated by commas, that cannot be pulled; `*` is all of them. */
export const missingImagesKey = 'kubesim.io/missing-images'

// After a failed pull the kubelet says so for about as long, and then that it waits.
const showsError = 10_000

/** Why a container's image cannot be pulled; undefined if it can. */
export const pullFailure = (
  { image = '' }: Container,
  { pod, startsAt, now, missingImages }: { pod: Pod; startsAt: number; now: number; missingImages: readonly string[] },
): PullFailure | undefined => {
  const own = pod.metadata.annotations?.[missingImagesKey]?.split(',').map(name => name.trim()) ?? []
  const missing = [...own, ...missingImages]
  if (!missing.includes('*') && !missing.includes(image)) return undefined
  const due = startsAt + showsError
  if (now < due) return { reason: 'ErrImagePull', message: notFound(image), due }
  return { reason: 'ImagePullBackOff', message: `Back-off pulling image "${image}": ErrImagePull: ${notFound(image)}` }
}

const notFound = (image: string): string =>
  `failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${image}: not found`
