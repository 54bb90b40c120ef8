import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Valid values for the fields of all forms, except `burgerId`. */
const FIELDS = { adres: 'ander@mail.test', taal: 'nl', agendataal: 'nl', apparaatId: crypto.randomUUID() }

/** Returns every action in this folder, including future ones, with a function that submits its form. */
export async function findActions(): Promise<{ name: string; send: (burgerId: string) => Promise<unknown> }[]> {
  const here = import.meta.dirname
  const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!test)-actions\.ts$/.test(file),
  )
  const modules = files.map((file) => import(/* @vite-ignore */ join(here, file)))
  return (await Promise.all(modules)).flatMap((module) =>
    Object.entries<(...args: unknown[]) => Promise<unknown>>(module).map(([name, action]) => ({
      name,
      send(burgerId) {
        const form = new FormData()
        for (const [field, value] of Object.entries({ ...FIELDS, burgerId })) form.set(field, value)
        // useActionState passes the previous state first
        return action.length === 2 ? action(undefined, form) : action(form)
      },
    })),
  )
}
