import { defineImage } from './image.ts'

/** Images whose own program is a shell: with nothing to read it ends at once, with a terminal it waits. */
export const shells = defineImage({
  names: [
    'busybox',
    'alpine',
    'ubuntu',
    'debian',
    'fedora',
    'centos',
    'archlinux',
    'rockylinux',
    'bash',
    'nicolaka/netshoot',
    'hello-world',
  ],
  behaviour: ({ container }) => (container.stdin || container.tty ? { listens: [] } : { listens: [], runsFor: 0 }),
})
