import { describe, expect, test } from 'vitest'
import { required } from '../../src/api/field-error.ts'
import {
  alreadyExists,
  badRequest,
  conflict,
  forbidden,
  fromStatus,
  internalError,
  invalidObject,
  isReason,
  noSuchResource,
  notFound,
  plainError,
  StatusError,
} from '../../src/api/status-error.ts'

const services = { group: '', resource: 'services' }
const deployments = { group: 'apps', resource: 'deployments' }

describe('status error', () => {
  test.for([
    { error: notFound(services, 'x'), code: 404, message: 'services "x" not found' },
    { error: notFound(deployments, 'x'), code: 404, message: 'deployments.apps "x" not found' },
    { error: alreadyExists(services, 'x'), code: 409, message: 'services "x" already exists' },
    { error: conflict(services, 'x', 'no'), code: 409, message: 'Operation cannot be fulfilled on services "x": no' },
    { error: forbidden(services, '', 'no'), code: 403, message: 'services is forbidden: no' },
    { error: forbidden(services, 'x', 'no'), code: 403, message: 'services "x" is forbidden: no' },
    { error: internalError('no'), code: 500, message: 'Internal error occurred: no' },
    { error: badRequest('no'), code: 400, message: 'no' },
    { error: plainError('no'), code: 500, message: 'no' },
  ])('$code $message', ({ error, code, message }) => {
    expect(error).toMatchObject({ code, message })
  })

  test.for([
    { errors: [], message: 'Job.batch "x" is invalid' },
    { errors: [required('a')], message: 'Job.batch "x" is invalid: a: Required value' },
    { errors: [required('a'), required('a')], message: 'Job.batch "x" is invalid: a: Required value' },
    {
      errors: [required('a'), required('b', 'why')],
      message: 'Job.batch "x" is invalid: [a: Required value, b: Required value: why]',
    },
  ])('$message', ({ errors, message }) => {
    expect(invalidObject({ group: 'batch', kind: 'Job' }, 'x', errors).message).toBe(message)
  })

  test('is written as a Status and read from one', () => {
    const error = invalidObject({ group: '', kind: 'ConfigMap' }, '', [required('metadata.name', 'give one')])
    const status = {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: 'ConfigMap "" is invalid: metadata.name: Required value: give one',
      reason: 'Invalid',
      details: {
        kind: 'ConfigMap',
        causes: [{ reason: 'FieldValueRequired', message: 'Required value: give one', field: 'metadata.name' }],
      },
      code: 422,
    }
    expect(JSON.stringify(error.toStatus())).toBe(JSON.stringify(status))
    expect(fromStatus(status).toStatus()).toEqual(status)
  })

  test('keeps what the server leaves out', () => {
    expect(plainError('no').toStatus()).not.toHaveProperty('reason')
    expect(badRequest('no').toStatus()).not.toHaveProperty('details')
    expect(noSuchResource().toStatus().details).toEqual({})
  })

  test('is told by its reason', () => {
    expect(isReason(notFound(services, 'x'), 'NotFound')).toBe(true)
    expect(isReason(notFound(services, 'x'), 'Conflict')).toBe(false)
    expect(isReason(new Error('x'), 'NotFound')).toBe(false)
    expect(new StatusError('Teapot', 'short').code).toBe(500)
  })
})
