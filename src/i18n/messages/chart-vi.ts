export const chartVi = {} as const
