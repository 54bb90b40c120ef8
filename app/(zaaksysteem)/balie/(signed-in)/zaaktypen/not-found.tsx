export { default } from '../behandelaars/not-found.tsx'
