import type { KubeObject } from '../../api/meta.ts'
import { isMap } from '../../util/go-value.ts'
import { type Item, resourceOfItem } from './item.ts'
import type { Kustomization } from './kustomization.ts'

type Image = NonNullable<Kustomization['images']>[number]

/** The items with other images in their containers. */
export const setImages = (items: readonly Item[], { images = [] }: Kustomization): readonly Item[] =>
  images.length === 0 ? items : items.map(item => ({ ...item, object: inside(item.object, images) as KubeObject }))

/** The items with other sizes, by name. */
export const setReplicas = (items: readonly Item[], { replicas = [] }: Kustomization): readonly Item[] =>
  items.map(item => {
    const wanted = replicas.find(({ name }) => name === item.object.metadata.name)
    const scale = resourceOfItem(item)?.scale
    return wanted && scale ? { ...item, object: scale.withReplicas(item.object, wanted.count) } : item
  })

const inside = (value: unknown, images: readonly Image[]): unknown => {
  if (Array.isArray(value)) return value.map(item => inside(item, images))
  if (!isMap(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const isContainers = (name === 'containers' || name === 'initContainers') && Array.isArray(item)
      return [name, isContainers ? item.map(container => withImage(container, images)) : inside(item, images)]
    }),
  )
}

const withImage = (container: unknown, images: readonly Image[]): unknown =>
  isMap(container) && typeof container.image === 'string'
    ? { ...container, image: images.reduce(replaced, container.image) }
    : container

const replaced = (text: string, { name, newName = name, newTag, digest }: Image): string => {
  const [, repository = text, version = ''] = /^(.*?)((?::[\w.-]+)?(?:@sha256:[0-9a-f]+)?)$/s.exec(text) ?? []
  if (repository !== name) return text
  if (digest) return `${newName}@${digest}`
  return newTag ? `${newName}:${newTag}` : `${newName}${version}`
}
