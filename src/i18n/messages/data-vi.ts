export const dataVi = {} as const
