import { allNetwork, busyboxPrograms } from './programs.ts'
import { defineSystem } from './system.ts'

const images = ['alpine', 'redis', 'kiamol/ch03-numbers-api', 'kiamol/ch03-numbers-web']

/** Alpine Linux: busybox over musl, and `apk` for what is missing. */
export const alpine = defineSystem({
  name: 'alpine',
  images,
  tag: /(^|-)alpine|alpine$/,
  libc: 'musl',
  folder: '/bin',
  programs: [...busyboxPrograms, 'apk', 'getent'],
  shells: { sh: 'ash', ash: 'ash', bash: 'bash' },
  styles: { nslookup: 'busybox', wget: 'busybox' },
  files: {
    '/etc/alpine-release': '3.22.1\n',
    '/etc/os-release':
      'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.22.1\nPRETTY_NAME="Alpine Linux v3.22"\nHOME_URL="https://alpinelinux.org/"\n',
    '/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n',
    '/etc/group': 'root:x:0:root\nnobody:x:65534:\n',
  },
  extra: {
    'curlimages/curl': ['curl'],
    'alpine/curl': ['curl'],
    'nicolaka/netshoot': [...allNetwork, 'bash'],
    'jonlabelle/network-tools': [...allNetwork, 'bash'],
    'registry.k8s.io/e2e-test-images/agnhost': ['agnhost', 'bash', 'curl', 'dig', 'host', 'ss'],
    'registry.k8s.io/e2e-test-images/dnsutils': ['bash', 'dig', 'host'],
    'kiamol/ch03-sleep': ['curl'],
    'kiamol/ch04-configurable': [],
    'gcr.io/kuar-demo/kuard-amd64': [],
    'gcr.io/kuar-demo/kuard-arm64': [],
    'gcr.io/kuar-demo/kuard': [],
  },
  entry: { 'curlimages/curl': 'curl', 'alpine/curl': 'curl' },
  packages: {
    bash: ['bash'],
    'bind-tools': ['dig', 'host', 'nslookup'],
    curl: ['curl'],
    iproute2: ['ip', 'ss'],
    'iputils-ping': ['ping'],
    iputils: ['ping'],
    jq: ['jq'],
    'netcat-openbsd': ['nc'],
    tree: ['tree'],
  },
})
