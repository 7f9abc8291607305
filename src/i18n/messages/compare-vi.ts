export const compareVi = {} as const
