import { defineSystem } from './system.ts'

/** Images with one program and nothing to look around with: no shell either. */
export const distroless = defineSystem({
  name: 'distroless',
  images: [
    'coredns/coredns',
    'hashicorp/http-echo',
    'hello-world',
    'k8s.gcr.io/pause',
    'pause',
    'registry.k8s.io/coredns/coredns',
    'registry.k8s.io/etcd',
    'registry.k8s.io/kube-apiserver',
    'registry.k8s.io/kube-controller-manager',
    'registry.k8s.io/kube-proxy',
    'registry.k8s.io/kube-scheduler',
    'registry.k8s.io/pause',
    'traefik/whoami',
  ],
  tag: /(^|-)distroless|(^|-)scratch/,
  libc: 'glibc',
  folder: '/usr/bin',
  programs: [],
  shells: {},
  styles: {},
  files: {
    '/etc/os-release': 'PRETTY_NAME="Distroless"\nNAME="Debian GNU/Linux"\nID="debian"\nVERSION_ID="12"\n',
    '/etc/passwd':
      'root:x:0:0:root:/root:/sbin/nologin\nnobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin\n',
  },
})
