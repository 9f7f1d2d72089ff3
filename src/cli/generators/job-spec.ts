interface JobGiven {
  /** Of the job, and of its container. */
  readonly name: string
  readonly image: string
  readonly command: readonly string[]
  readonly restart: string
}

/** The spec of a job with one container, its keys in the order of Go's types. */
export const jobSpec = ({ name, image, command, restart }: JobGiven): object => ({
  template: {
    metadata: {},
    spec: {
      containers: [{ name, image, ...(command.length > 0 ? { command } : {}), resources: {} }],
      restartPolicy: restart,
    },
  },
})
