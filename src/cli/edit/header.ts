/** Why a file is opened once more: the fault, and what is wrong in particular. */
export interface Reason {
  readonly head: string
  readonly faults: readonly string[]
}

/** What stands above an object that is to be edited. */
export const editHeader = `# Please edit the object below. Lines beginning with a '#' will be ignored,
# and an empty file will abort the edit. If an error occurs while saving this file will be
# reopened with the relevant failures.
#
`

export const lastAppliedHeader = `# Please edit the 'last-applied-configuration' annotations below.
# Lines beginning with a '#' will be ignored, and an empty file will abort the edit.
#
`

/** The reasons as comment lines. */
export const reasonLines = (reasons: readonly Reason[]): string =>
  reasons
    .map(({ head, faults }) => {
      const items = faults.map(fault => `# * ${commented(fault)}\n`).join('')
      return `# ${commented(head)}${faults.length > 0 ? ':' : ''}\n${items}#\n`
    })
    .join('')

const commented = (text: string): string => text.replace(/\n(?!#|$)/g, '\n# ')
