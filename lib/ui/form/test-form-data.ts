/** Returns the FormData that a browser sends. */
export function formDataOf(fields: Record<string, string | readonly string[]>): FormData {
  const formData = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) formData.append(name, one)
  return formData
}
