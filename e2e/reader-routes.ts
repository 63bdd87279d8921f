/** One page of every kind, and the two that are unlike all others. */
export const readerRoutes = [
  '/',
  '/dalian',
  '/dalian?q=%E6%B2%99%E6%B2%B3',
  '/dalian?q=%E8%82%A1%E7%A5%A8',
  '/dalian/shahe',
  '/dalian/lvshun',
  '/dalian/ganjingzi',
  '/dalian/stations/shahe',
  '/dalian/stations/jinxiu',
  '/dalian/stations/row-27',
  '/dalian/stations/jinxiu/problem?phone=jinxiu-office-1',
  '/dalian/stations/jinxiu/card',
  '/dalian/stations/jinxiu/poster',
  '/dalian/print',
  '/dalian/data',
  '/dalian/notices',
  '/dalian/places',
  '/dalian/places?words=%E7%A4%BA%E4%BE%8B%E5%B9%BF%E5%9C%BA',
  '/privacy',
  '/dalian/report?station=jinxiu',
  '/dalian/report?kind=missed&day=today',
  '/dalian/track',
  '/nowhere',
];

/** Of these, those that are one of a kind: they are looked at with Next's client too. */
export const KINDS_OF_PAGE: readonly string[] = readerRoutes.filter(
  (route) =>
    ![
      '/dalian',
      '/dalian/lvshun',
      '/dalian/ganjingzi',
      '/dalian/stations/shahe',
      '/dalian/stations/row-27',
      '/dalian/places',
      '/dalian/report?kind=missed&day=today',
    ].includes(route),
);
