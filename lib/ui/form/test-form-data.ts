/** The FormData of a form, as a browser sends it. */
export function formDataOf(fields: Record<string, string | readonly string[]>): FormData {
  const formData = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) formData.append(name, one)
  return formData
}
