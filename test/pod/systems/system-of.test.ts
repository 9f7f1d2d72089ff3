import { describe, expect, test } from 'vitest'
import { systemOf } from '../../../src/pod/systems/system-of.ts'

describe('what an image is made of', () => {
  test.for([
    ['busybox', 'busybox', ['nslookup', 'wget', 'ping', 'sh'], ['curl', 'dig', 'bash']],
    ['nginx', 'debian', ['bash', 'curl', 'sh'], ['ping', 'nslookup', 'wget']],
    ['nginx:1.27-alpine', 'alpine', ['nslookup', 'wget', 'ping'], ['bash', 'dig']],
    ['docker.io/library/alpine:3.20', 'alpine', ['ping', 'apk'], ['curl', 'bash']],
    ['nicolaka/netshoot', 'alpine', ['dig', 'curl', 'bash', 'traceroute', 'ss'], []],
    ['curlimages/curl', 'alpine', ['curl'], ['dig']],
    ['registry.k8s.io/e2e-test-images/agnhost:2.53', 'alpine', ['dig', 'curl', 'nslookup'], []],
    ['ubuntu:24.04', 'debian', ['bash', 'apt-get'], ['curl', 'ip']],
    ['gcr.io/distroless/static', 'distroless', [], ['sh', 'ls', 'tar']],
    ['registry.k8s.io/pause:3.10', 'distroless', [], ['sh']],
    ['mycompany/app:1.2', 'unknown', ['bash', 'curl', 'dig', 'ping', 'wget', 'sh'], ['apk']],
    ['gcr.io/kuar-demo/kuard-amd64:blue', 'alpine', ['nslookup', 'sh'], ['curl']],
  ] as const)('%s is %s', ([image, name, has, hasNot]) => {
    const { programs, name: found } = systemOf(image)

    expect(found).toBe(name)
    expect(has.filter(program => !programs.includes(program))).toEqual([])
    expect(hasNot.filter(program => programs.includes(program))).toEqual([])
  })

  test.for([
    ['busybox:1.28', 'busybox-1.28'],
    ['busybox:1.28.4', 'busybox-1.28'],
    ['busybox:1.30', 'busybox-1.30'],
    ['busybox:1.36', 'busybox'],
    ['busybox', 'busybox'],
    ['nicolaka/netshoot', 'bind'],
    ['registry.k8s.io/e2e-test-images/jessie-dnsutils:1.3', 'bind'],
  ] as const)('nslookup of %s is that of %s', ([image, style]) => {
    expect(systemOf(image).styles.nslookup).toBe(style)
  })
})
