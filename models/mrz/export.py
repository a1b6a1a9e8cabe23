"""Half-precision weights for the browser's kernel: `python3 export.py mrz-lines.pt mrz-lines` writes mrz-lines.f16 and .json.

Batch normalisation is folded into the convolution before it, so that the kernel knows weights and biases only.
The JSON says where each layer stands: `off` its weights, `boff` its biases, counted in values.
"""
import json
import sys

import numpy as np
import torch

from model import Net


def fold(weight, norm, bias=None):
    scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    folded = weight * scale.view(-1, *[1] * (weight.dim() - 1))
    return folded, norm.bias - norm.running_mean * scale + (bias * scale if bias is not None else 0)


def main(source, target):
    net = Net()
    net.load_state_dict(torch.load(source))
    net.eval()
    places, values, size = [], [], 0

    def add(name, weight, bias, **extra):
        nonlocal size
        place = dict(name=name, shape=list(weight.shape), off=size, **extra)
        for tensor in (weight, bias):
            flat = tensor.detach().numpy().astype(np.float32).ravel()
            values.append(flat)
            size += flat.size
        place['boff'] = size - bias.numel()
        places.append(place)

    pools = [(2, 2), (2, 2), (2, 1), (2, 1)]
    for i, pool in enumerate(pools):
        convolution, norm, _ = net.f[2 * i]
        add(f'c{i}', *fold(convolution.weight, norm), pool=pool)
    add('g', *fold(net.g[0].weight, net.g[1]))
    for i, block in enumerate(net.t):
        add(f'd{i}', *fold(block.d.weight, block.b))
        add(f'p{i}', *fold(block.p.weight, block.b2, block.p.bias))
    add('o', net.o.weight, net.o.bias)
    np.concatenate(values).astype(np.float16).tofile(target + '.f16')
    with open(target + '.json', 'w') as file:
        json.dump(places, file)
    print(size, 'values')


if __name__ == '__main__':
    main(*sys.argv[1:3])
