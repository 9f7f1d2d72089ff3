import { describe, expect, test } from 'vitest'
import { resourceName } from '../../../src/api/resource.ts'
import { parseTargets } from '../../../src/cli/selection/targets.ts'

const read = (line: string): string => {
  const { objects, resources } = parseTargets(line.split(' ').filter(Boolean))
  return [
    ...objects.map(({ resource, name }) => `${resourceName(resource)}/${name}`),
    ...resources.map(resourceName),
  ].join(' ')
}

describe('operands', () => {
  test.for([
    ['', ''],
    ['svc', 'services'],
    ['services', 'services'],
    ['service', 'services'],
    ['Service', 'services'],
    ['SERVICES', 'services'],
    ['svc,ep', 'services endpoints'],
    ['svc web api', 'services/web services/api'],
    ['svc,ep web api', 'services/web services/api endpoints/web endpoints/api'],
    ['svc/web ep/web svc/api', 'services/web endpoints/web services/api'],
    ['svc.v1. web', 'services/web'],
    ['services.v1.', 'services'],
    ['ing', 'ingresses.networking.k8s.io'],
    ['ing.networking', 'ingresses.networking.k8s.io'],
    ['ingress.networking.k8s.io', 'ingresses.networking.k8s.io'],
    ['ingresses.v1.networking.k8s.io/web', 'ingresses.networking.k8s.io/web'],
    ['svc BAD_NAME', 'services/BAD_NAME'],
  ] as const)('%s', ([line, expected]) => {
    expect(read(line)).toBe(expected)
  })

  test.for([
    ['widget', 'the server doesn\'t have a resource type "widget"'],
    ['SVC', 'the server doesn\'t have a resource type "SVC"'],
    ['svc,', 'the server doesn\'t have a resource type ""'],
    [',svc', 'the server doesn\'t have a resource type ""'],
    ['service.v1', 'the server doesn\'t have a resource type "service"'],
    ['svc.nope.example.com', 'the server doesn\'t have a resource type "svc"'],
    ['svc.v2.', 'the server doesn\'t have a resource type "svc"'],
    ['svc/', 'arguments in resource/name form must have a single resource and name'],
    ['/svc', 'arguments in resource/name form must have a single resource and name'],
    ['ep,svc/x', 'arguments in resource/name form must have a single resource and name'],
    ['svc/x/y', 'arguments in resource/name form may not have more than one slash'],
    ['svc a/b', 'there is no need to specify a resource type as a separate argument'],
    ['svc/a ep', 'there is no need to specify a resource type as a separate argument'],
  ] as const)('%s is refused', ([line, message]) => {
    expect(() => read(line)).toThrow(message)
  })
})
