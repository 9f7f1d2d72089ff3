import type { KubeObject } from '../../api/meta.ts'
import type { Server } from '../server.ts'
import type { AdmissionRequest } from './admission.ts'
import { admissions } from './index.ts'

/** What admission makes of an object before it is validated. Throws a StatusError where it is not let in. */
export const admit = (server: Server, request: AdmissionRequest): KubeObject =>
  admissions.reduce((object, { mutate }) => mutate?.(server, { ...request, object }) ?? object, request.object)

/** The last word on an object that is valid. Throws a StatusError where it is not let in. */
export const checkAdmission = (server: Server, request: AdmissionRequest): void => {
  for (const { check } of admissions) check?.(server, request)
}
