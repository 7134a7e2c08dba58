import Taro from '@tarojs/taro';

export interface Place {
  name: string;
  lat: number;
  lon: number;
}

/** Lets the person choose a place on WeChat's map; nothing else is ever known of where they are. */
export async function pickPlace(): Promise<Place | undefined> {
  const chosen = await Taro.chooseLocation({}).catch(() => undefined);
  return chosen && { name: (chosen.name || chosen.address).slice(0, 80), lat: Number(chosen.latitude), lon: Number(chosen.longitude) };
}
