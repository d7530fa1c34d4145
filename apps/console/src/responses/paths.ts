export const responsesPath = '/responses';
export const openPath = `${responsesPath}/new`;
export const certificateRoute = `${responsesPath}/$id/certificate`;
export const certificatePath = (response: string) => `${responsesPath}/${response}/certificate`;
