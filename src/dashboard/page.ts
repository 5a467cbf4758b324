/** A page of the dashboard, or a picture on one, by its path. */
export interface Page {
  path: string;
  text: string;
}
