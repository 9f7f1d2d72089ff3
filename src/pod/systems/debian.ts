import { basicPrograms } from './programs.ts'
import { defineSystem } from './system.ts'

const programs = [...basicPrograms, 'apt', 'apt-get', 'bash', 'getent', 'join', 'rev', 'sh', 'column']

/** Debian and Ubuntu, as slim as their images are: no program for the network until `apt-get` brings one. */
export const debian = defineSystem({
  name: 'debian',
  images: ['debian', 'ubuntu', 'httpd', 'mysql', 'mariadb', 'mongo', 'postgres', 'php', 'tomcat', 'alicek106/rr-test'],
  tag: /(^|-)(slim|bookworm|bullseye|trixie|jammy|noble)/,
  libc: 'glibc',
  folder: '/usr/bin',
  programs,
  shells: { sh: 'dash', dash: 'dash', bash: 'bash' },
  styles: { nslookup: 'bind', wget: 'gnu' },
  files: {
    '/etc/debian_version': '12.11\n',
    '/etc/os-release':
      'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\nVERSION="12 (bookworm)"\nID=debian\n',
    '/etc/passwd': 'root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n',
    '/etc/group': 'root:x:0:\nnogroup:x:65534:\n',
  },
  extra: {
    nginx: ['curl'],
    'nginxinc/nginx-unprivileged': ['curl'],
    node: ['curl', 'ps', 'top', 'wget'],
    python: ['curl', 'ps', 'top', 'wget'],
    golang: ['curl', 'ps', 'top', 'wget'],
    ruby: ['curl', 'ps', 'top', 'wget'],
    'luksa/kubia': ['curl', 'ping', 'ps', 'top', 'wget'],
    'tutum/curl': ['curl'],
    'tutum/dnsutils': ['dig', 'host', 'nslookup', 'ping'],
    'registry.k8s.io/e2e-test-images/jessie-dnsutils': ['dig', 'host', 'nslookup', 'ps', 'top'],
    'gcr.io/kubernetes-e2e-test-images/jessie-dnsutils': ['dig', 'host', 'nslookup', 'ps', 'top'],
    'gcr.io/kubernetes-e2e-test-images/dnsutils': ['dig', 'host', 'nslookup', 'ps', 'top'],
  },
  packages: {
    'bind9-dnsutils': ['dig', 'host', 'nslookup'],
    'bind9-host': ['host'],
    curl: ['curl'],
    dnsutils: ['dig', 'host', 'nslookup'],
    iproute2: ['ip', 'ss'],
    'iputils-ping': ['ping'],
    jq: ['jq'],
    'net-tools': ['ifconfig', 'netstat', 'route'],
    netcat: ['nc'],
    'netcat-openbsd': ['nc'],
    'netcat-traditional': ['nc'],
    procps: ['ps', 'top'],
    traceroute: ['traceroute'],
    tree: ['tree'],
    wget: ['wget'],
  },
})
