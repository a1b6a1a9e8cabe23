"""Half-precision weights for the browser's kernel: `python3 export.py mrz-lines.pt mrz-lines` writes mrz-lines.f16 and .json.
`load_folded` is the way back, for training on from shipped weights.

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


def load_folded(net, name, batches):
    """
    Puts exported weights back into a net that can be trained on: each batch norm is given the statistics its input has over `batches`
    and the scale and shift that undo them, so that the net computes what the export did and normalises as one that was trained.
    """
    values = torch.from_numpy(np.fromfile(name + '.f16', np.float16).astype(np.float32))
    with open(name + '.json') as file:
        places = {place['name']: place for place in json.load(file)}

    def of(layer, weight):
        place = places[layer]
        return values[place['off']:place['boff']].view(weight.shape), values[place['boff']:place['boff'] + weight.shape[0]]

    folded = [(f'c{i}', net.f[2 * i][0], net.f[2 * i][1]) for i in range(4)] + [('g', net.g[0], net.g[1])]
    for i, block in enumerate(net.t):
        folded += [(f'd{i}', block.d, block.b), (f'p{i}', block.p, block.b2)]
    net.eval()
    with torch.no_grad():
        for layer, convolution, norm in folded:
            weight, bias = of(layer, convolution.weight)
            convolution.weight.copy_(weight)
            if convolution.bias is not None:
                convolution.bias.zero_()
            norm.running_mean.zero_()
            norm.running_var.fill_(1 - norm.eps)
            norm.weight.fill_(1)
            norm.bias.copy_(bias)
        weight, bias = of('o', net.o.weight)
        net.o.weight.copy_(weight)
        net.o.bias.copy_(bias)
        calibrate(net, [norm for _, _, norm in folded], batches)
    net.train()


def calibrate(net, norms, batches):
    sums = {}

    def note(norm, inputs):
        flat = inputs[0].transpose(0, 1).flatten(1)
        count, total, squares = sums.get(norm, (0, 0, 0))
        sums[norm] = (count + flat.shape[1], total + flat.sum(1), squares + (flat**2).sum(1))

    hooks = [norm.register_forward_pre_hook(note) for norm in norms]
    for inputs in batches:
        net(inputs)
    for hook in hooks:
        hook.remove()
    for norm, (count, total, squares) in sums.items():
        mean = total / count
        variance = squares / count - mean**2
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.weight.copy_(torch.sqrt(variance + norm.eps))
        norm.bias.add_(mean)


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
