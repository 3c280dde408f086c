import { button, el } from '../frame/dom';
import { jsonOf, textsOf } from '../frame/texts';
import { MediaLibrary, type MediaItem } from './library';
import { pickPictures } from './picker';
import { Uploads } from './uploads';

/** Fields of a form in which a picture is chosen: without script a list to choose from, here the library over the page. */
export function startPictureFields(): void {
  document.querySelectorAll<HTMLElement>('[data-picture-field]').forEach(startField);
}

function startField(host: HTMLElement): void {
  const { pictureField: name, media, pictureUpload, token } = host.dataset;
  const texts = textsOf(jsonOf(host.dataset['texts']));
  const library = new MediaLibrary(media ?? '', []);
  const uploads = new Uploads(texts, pictureUpload ?? '', token ?? '', library);
  const list = host.querySelector('ul')!;
  const choose = (item: MediaItem): void => {
    let radio = [...list.querySelectorAll<HTMLInputElement>('input')].find(other => other.value === String(item.id));
    if (!radio) {
      radio = el('input', { type: 'radio', name, value: item.id });
      list.prepend(el('li', {}, el('label', { class: 'media-tile picture-choice' }, radio, el('img', { src: item.src, width: item.width, height: item.height, alt: item.alt }), el('span', { class: 'media-name' }, item.caption || item.name))));
    }
    radio.checked = true;
    radio.focus();
  };
  host.querySelector('[data-picture-look]')!.replaceWith(button(texts('pickPicture'), () => void pickPictures(texts, library, uploads, false).then(([item]) => { if (item) choose(item); })));
}
