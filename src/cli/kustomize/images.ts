import type { KubeObject } from '../../api/meta.ts'
import { isMap } from '../../util/go-value.ts'
import { Failure } from '../errors.ts'
import { type Item, resourceOfItem } from './item.ts'
import type { Kustomization } from './kustomization.ts'

type Image = NonNullable<Kustomization['images']>[number]

/** The items with other images in their containers. */
export const setImages = (items: readonly Item[], { images = [] }: Kustomization): readonly Item[] =>
  images.length === 0 ? items : items.map(item => ({ ...item, object: inside(item.object, images) as KubeObject }))

/** The items with other sizes, by the name that they have or had. */
export const setReplicas = (items: readonly Item[], { replicas = [] }: Kustomization): readonly Item[] =>
  replicas.reduce((all, { name, count }) => {
    const isMeant = (item: Item): boolean =>
      resourceOfItem(item)?.scale !== undefined &&
      (item.object.metadata.name === name || item.former.some(known => known.name === name))
    if (!all.some(isMeant)) throw new Failure(nothingToScale(name))
    return all.map(item => {
      const scale = resourceOfItem(item)?.scale
      return scale && isMeant(item) ? { ...item, object: scale.withReplicas(item.object, count) } : item
    })
  }, items)

const nothingToScale = (name: string): string => {
  const kinds = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController']
  const shown = kinds.map(kind => `${kind}.[noVer].[noGrp]`).join(' ')
  return `resource with name ${name} does not match a config with the following GVK [${shown}]`
}

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

const replaced = (text: string, { name, newName = name, newTag, digest, tagSuffix = '' }: Image): string => {
  const [, repository = text, tag = '', sum = ''] = /^(.*?)((?::[\w.-]+)?)((?:@sha256:[0-9a-f]+)?)$/s.exec(text) ?? []
  if (repository !== name) return text
  if (newTag || digest) return `${newName}${newTag ? `:${newTag}` : ''}${digest ? `@${digest}` : ''}`
  return tagSuffix ? `${newName}${tag || ':'}${tagSuffix}` : `${newName}${tag}${sum}`
}
