import { defineImage } from './image.ts'

/** Images that only keep a pod alive. */
export const pause = defineImage({
  names: ['registry.k8s.io/pause', 'k8s.gcr.io/pause', 'pause', 'kiamol/ch03-sleep'],
  behaviour: () => ({ listens: [] }),
})
