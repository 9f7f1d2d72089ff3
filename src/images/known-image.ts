import { type Image, repositoryOf } from './image.ts'
import { images } from './index.ts'

/** What is known of the image that a reference means; undefined if nothing is. */
export const knownImage = (reference: string): Image | undefined => {
  if (byName.size === 0) for (const image of images) for (const name of image.names) byName.set(name, image)
  return byName.get(repositoryOf(reference))
}

const byName = new Map<string, Image>()
