// The entry, the chunk of what every command needs and the bundler's own helpers become one file: each file more costs a start.

/** Takes the chunks of a build (`fileName`, `code`), gives them with those three as one, of the entry's name. */
export const withOneEntry = chunks => {
  const named = start => chunks.find(({ fileName }) => fileName.startsWith(start))
  const [entry, core, runtime] = ['kubesim.cjs', 'core-', 'rolldown-runtime-'].map(named)
  const [, main] = /exports\.main=require_core\.([$\w]+)/.exec(entry.code)
  const helpers = `exports.helpers=(exports=>{${runtime.code};return exports})({})`
  const whole = `${core.code.replace(`require("./${runtime.fileName}")`, () => helpers)};exports.main=exports.${main};`
  return [
    { fileName: entry.fileName, code: whole },
    ...chunks
      .filter(chunk => ![entry, core, runtime].includes(chunk))
      .map(({ fileName, code }) => ({
        fileName,
        code: code
          .replaceAll(`require("./${runtime.fileName}")`, `require("./${entry.fileName}").helpers`)
          .replaceAll(`./${core.fileName}`, `./${entry.fileName}`),
      })),
  ]
}
