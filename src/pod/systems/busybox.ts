import { busyboxPrograms } from './programs.ts'
import { defineSystem } from './system.ts'

/** One program that is many, and nothing else. */
export const busybox = defineSystem({
  name: 'busybox',
  images: [
    'busybox',
    'gcr.io/google-containers/busybox',
    'registry.k8s.io/busybox',
    'gcr.io/google_containers/busybox',
  ],
  libc: 'glibc',
  folder: '/bin',
  programs: busyboxPrograms,
  shells: { sh: 'ash', ash: 'ash' },
  styles: { nslookup: 'busybox', wget: 'busybox' },
  files: {
    '/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/home:/bin/false\n',
    '/etc/group': 'root:x:0:\nnogroup:x:65534:\n',
  },
})
