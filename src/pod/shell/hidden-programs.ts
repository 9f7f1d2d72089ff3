const folder = '/usr/bin/'
const mark = '__kubesim_'

/** The path of a program that only kubesim's own scripts call: nobody sees it, whatever PATH says. */
export const hiddenProgram = (name: string): string => `${folder}${mark}${name}`

export const isHiddenProgram = (path: string): boolean => path.startsWith(folder + mark)

/** The name that such a program is registered by. */
export const nameOfHidden = (path: string): string => path.slice(folder.length)
