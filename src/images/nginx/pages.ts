import type { ContainerResponse } from '../../api/behaviour.ts'
import type { Process } from '../running.ts'
import type { Page } from '../web-root.ts'
import { versionOf } from './version.ts'

export const welcome = `<!DOCTYPE html>
<html>
<head><title>Welcome to nginx!</title></head>
<body>
<h1>Welcome to nginx!</h1>
<p>This page is what a new nginx answers, here in the simulated cluster of kubesim.</p>
</body>
</html>
`

const serverOf = ({ container }: Process): string => `nginx/${versionOf(container.image)}`

export const nginxHeaders = (running: Process): Readonly<Record<string, string>> => ({ server: serverOf(running) })

export const documentPage = ({ body, type }: Page, running: Process): ContainerResponse => ({
  status: 200,
  headers: { ...nginxHeaders(running), 'content-type': type, 'accept-ranges': 'bytes' },
  body,
})

/** The page of an error, `404 Not Found`: nginx makes it with the ends of lines of HTTP. */
export const errorPage = (title: string, running: Process): ContainerResponse => ({
  status: Number.parseInt(title, 10),
  headers: { ...nginxHeaders(running), 'content-type': 'text/html' },
  body: [
    '<html>',
    `<head><title>${title}</title></head>`,
    '<body>',
    `<center><h1>${title}</h1></center>`,
    `<hr><center>${serverOf(running)}</center>`,
    '</body>',
    '</html>',
    '',
  ].join('\r\n'),
})
