export const weakVi = {} as const
