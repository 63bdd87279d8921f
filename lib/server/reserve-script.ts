/**
 * The one script that stands in a page itself, since it has to have run before the first paint: where this phone
 * remembers a station (`lib/island/my-station.ts`), it keeps the place for it free on home, so that nothing moves once
 * the numbers are there. It knows the height from when they were drawn last. At most 300 bytes; the front allows it by
 * its hash.
 */
export const RESERVE_SCRIPT =
  'try{let s=localStorage,m=s.mine,d=document.documentElement,p=location.pathname.slice(1),' +
  "h=s['mine-'+d.dataset.size+'-'+innerWidth];if(m&&(!p||m.split('/')[0]==p))d.dataset.mine=m," +
  "h&&d.style.setProperty('--mine',h+'px')}catch(e){}";
